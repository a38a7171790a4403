/** Gives every block of code a button that copies it; of a console, the commands alone. */
export function addCopyButtons(): void {
  // A page that came over plain HTTP may not reach the clipboard.
  if (!window.isSecureContext) return;
  for (const block of document.querySelectorAll<HTMLElement>('figure.code')) {
    const button = document.createElement('button');
    const { copy = '', copied = '' } = document.body.dataset;
    button.type = 'button';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(textOf(block));
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 2000);
    });
    block.append(button);
  }
}

function textOf(block: HTMLElement): string {
  const commands = [...block.querySelectorAll('.command')];
  if (commands.length === 0) return block.querySelector('code')?.textContent ?? '';
  return commands.map(({ textContent }) => `${textContent}\n`).join('');
}
