/** What a command of TeX looks like in a line of text; any other shows its own name (log, softmax). */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ times: '×', cdot: '·', div: '÷', pm: '±', odot: '⊙', oplus: '⊕', otimes: '⊗' },
  ...{ le: '≤', leq: '≤', ge: '≥', geq: '≥', ne: '≠', neq: '≠', approx: '≈', sim: '∼', propto: '∝' },
  ...{ to: '→', rightarrow: '→', leftarrow: '←', Rightarrow: '⇒', mapsto: '↦', infty: '∞', in: '∈' },
  ...{ sum: '∑', prod: '∏', int: '∫', partial: '∂', nabla: '∇', lVert: '‖', rVert: '‖', mid: '|' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', eta: 'η', theta: 'θ' },
  ...{
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    phi: 'φ',
    varphi: 'φ',
  },
  ...{
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    Delta: 'Δ',
    Theta: 'Θ',
    Lambda: 'Λ',
    Sigma: 'Σ',
    Phi: 'Φ',
    Omega: 'Ω',
  },
  ...{ ldots: '…', dots: '…', cdots: '…', left: '', right: '', quad: ' ', text: '', mathrm: '', mathbf: '' },
  ...{
    mathbb: '',
    mathcal: '',
    mathit: '',
    operatorname: '',
    displaystyle: '',
    limits: '',
    big: '',
    Big: '',
  },
};

/** Brackets in brackets deeper than this stay as they are. */
const DEEPEST = 4;

/** A formula as near as one line of text comes to it: `\sqrt{d_k}` reads √d_k. */
function plainFormula(tex: string): string {
  let plain = tex.replace(/\\[,;:! ]/g, ' ');
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    plain = plain
      .replace(
        /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
        (_, above, below) => `${whole(above)}/${whole(below)}`,
      )
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inside) => `√${whole(inside)}`)
      .replace(/([_^])\{([^{}]*)\}/g, (_, sign, inside) => `${sign}${whole(inside)}`)
      .replace(/(\\[A-Za-z]+)\s*\{([^{}]*)\}/g, '$1 $2');
  }
  return plain
    .replace(/\\([A-Za-z]+) ?/g, (_, name: string) => SIGNS[name] ?? `${name} `)
    .replace(/[{}]/g, '')
    .replace(/ ?([=<>≤≥≠≈∼∝→←⇒↦∈]) ?/g, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is more than one thing stands in brackets. */
function whole(part: string): string {
  return /[\s+\-*/=]/.test(part.trim()) ? `(${part.trim()})` : part.trim();
}

/** A formula between dollar signs. Without any sign of TeX they are prices. */
const FORMULA = /\$\$?([^$\n]{0,300}[\\_^{][^$\n]{0,300})\$\$?/g;

/** A text with its formulas as words and signs. */
export function withPlainFormulas(text: string): string {
  return text.replace(FORMULA, (_, tex: string) => plainFormula(tex));
}
