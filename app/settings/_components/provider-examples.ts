interface ProviderExample {
  /** Shown as it is: product names need no translation. */
  name: string;
  id: 'hosted' | 'local';
  /** Lines of a `.env` file. Model names are examples. */
  lines: string[];
}

function hosted(name: string, baseUrl: string, model: string): ProviderExample {
  return {
    name,
    id: 'hosted',
    lines: [`OPENAI_BASE_URL=${baseUrl}`, 'OPENAI_API_KEY=sk-…', `CHAT_MODEL=${model}`],
  };
}

function local(name: string, baseUrl: string, model: string): ProviderExample {
  return { name, id: 'local', lines: [`OPENAI_BASE_URL=${baseUrl}`, `CHAT_MODEL=${model}`] };
}

/** Every one of them speaks the OpenAI protocol; the addresses are the providers' documented ones. */
export const PROVIDERS: readonly ProviderExample[] = [
  hosted('OpenAI', 'https://api.openai.com/v1', 'gpt-4.1-mini'),
  hosted('DeepSeek', 'https://api.deepseek.com/v1', 'deepseek-chat'),
  hosted('通义千问 (Qwen)', 'https://dashscope.aliyuncs.com/compatible-mode/v1', 'qwen-plus'),
  hosted('智谱 (GLM)', 'https://open.bigmodel.cn/api/paas/v4', 'glm-4-plus'),
  hosted('SiliconFlow', 'https://api.siliconflow.cn/v1', 'Qwen/Qwen2.5-72B-Instruct'),
  local('Ollama', 'http://127.0.0.1:11434/v1', 'qwen2.5:7b'),
  local('LM Studio', 'http://127.0.0.1:1234/v1', 'qwen2.5-7b-instruct'),
  local('vLLM', 'http://127.0.0.1:8000/v1', 'Qwen/Qwen2.5-7B-Instruct'),
];
