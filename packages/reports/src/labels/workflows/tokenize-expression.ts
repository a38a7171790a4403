// No expression that chooses a runner is as long, and parentheses nest by recursion.
const limits = { characters: 4_000, tokens: 200 } as const;

/** The tokens of an expression, or `undefined` when it has others than those that the evaluator understands. */
export function tokenizeExpression(expression: string): string[] | undefined {
  if (expression.length > limits.characters) return undefined;
  const pattern =
    /\s*('[^']*(?:''[^']*)*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*|&&|\|\||==|!=|[.()[\]])\s*/y;
  const tokens: string[] = [];
  while (pattern.lastIndex < expression.length) {
    const token = pattern.exec(expression)?.[1];
    if (token === undefined || tokens.length === limits.tokens) return undefined;
    tokens.push(token);
  }
  return tokens;
}
