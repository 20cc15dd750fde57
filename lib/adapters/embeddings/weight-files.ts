import path from 'node:path';

export interface WeightFile {
  /** Absolute. */
  path: string;
  /** On the hub, behind its address. */
  hubPath: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

const DIRECTORY = 'bge-small-zh-v1.5';
const HUB_PATH = 'Xenova/bge-small-zh-v1.5/resolve/main';

/** The files of the local model: BAAI/bge-small-zh-v1.5 (MIT) as int8 ONNX, converted by Xenova. */
export function weightFiles(modelsDir: string): { tokenizer: WeightFile; model: WeightFile } {
  return {
    tokenizer: {
      path: path.join(modelsDir, DIRECTORY, 'tokenizer.json'),
      hubPath: `${HUB_PATH}/tokenizer.json`,
      bytes: 439_125,
      sha256: '48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26',
    },
    model: {
      path: path.join(modelsDir, DIRECTORY, 'onnx', 'model_quantized.onnx'),
      hubPath: `${HUB_PATH}/onnx/model_quantized.onnx`,
      bytes: 24_010_842,
      sha256: '15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc',
    },
  };
}
