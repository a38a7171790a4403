import { code, shellBlock } from '../../layout/markdown.ts';

/** Commands that belong to one environment. */
export type EnvironmentCommands = readonly [environment: string, commands: readonly string[]];

/**
 * A block of commands for each environment that has any, because two of them are seldom of one cluster, and a block is
 * pasted as a whole; without environments one block. Empty where there are no commands.
 */
export function environmentBlocks(
  sets: readonly EnvironmentCommands[],
  { hasEnvironments }: { readonly hasEnvironments: boolean },
): string {
  return sets
    .filter(([, commands]) => commands.length > 0)
    .map(([environment, commands]) => {
      const block = shellBlock(commands);
      return hasEnvironments ? `Environment ${code(environment)}:\n\n${block}` : block;
    })
    .join('\n\n');
}
