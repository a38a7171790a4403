/** The text, one character a byte, that base64 stands for; line breaks may be inside. `undefined` when it is none. */
export function decodeBase64(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}
