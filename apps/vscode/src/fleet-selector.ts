/** The names of fleets, as the command line finds them. */
export const fleetFiles = ['fleet.yaml', 'fleetc.yaml', '*.fleet.yaml'] as const;

/** Files with these names on a disk, whatever language an editor takes them for; they stay YAML. */
export const fleetSelector = fleetFiles.map((name) => ({
  scheme: 'file',
  pattern: `**/${name}`,
}));
