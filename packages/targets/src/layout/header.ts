/** The first line of a file that has no comment of its own: whose it is. */
export const header = '# Made by fleetc from fleet.yaml; change that file and build again.\n';
