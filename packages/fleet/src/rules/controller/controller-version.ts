import { fleetDefaults } from '../../resolve/defaults.ts';
import { valueAt } from '../../resolve/plain.ts';

/** The chart by whose version every field and value is checked, and the controller in it: the built-in ones. */
export const knownChart = {
  chart: builtIn('chart', 'version'),
  controller: builtIn('images', 'controller').replace(/^.*:v/, ''),
};

/** The controller that each other chart was made for, as far as its release notes tell. */
const controllerOfChart: Readonly<Record<string, string>> = {
  '0.23.7': '0.27.6',
  '0.23.6': '0.27.5',
  '0.23.5': '0.27.5',
  '0.23.4': '0.27.4',
  '0.23.3': '0.27.4',
  '0.23.2': '0.27.3',
  '0.23.1': '0.27.2',
  '0.23.0': '0.27.1',
  '0.22.0': '0.27.0',
  '0.21.1': '0.26.0',
  '0.21.0': '0.26.0',
  '0.20.2': '0.25.2',
  '0.20.1': '0.25.1',
  '0.20.0': '0.25.0',
  '0.19.1': '0.24.1',
  '0.19.0': '0.24.0',
  '0.18.0': '0.23.0',
  '0.17.3': '0.22.3',
  '0.17.0': '0.22.0',
};

/** The controller version that a chart brings; `undefined` for a chart that is not in the table. */
export function controllerOf(chart: string): string | undefined {
  return controllerOfChart[releaseOf(chart)];
}

/** A version without its `v`, and without what follows the three numbers. */
export function releaseOf(version: string): string {
  return version.replace(/^v/, '').replace(/[-+].*$/, '');
}

/** The controller version in an image's tag, such as `0.27.6` in `v0.27.6`; `undefined` where the tag names none. */
export function versionOfTag(tag: string | undefined): string | undefined {
  return /^v?(\d+\.\d+\.\d+)(-|$)/.exec(tag ?? '')?.[1];
}

function builtIn(...path: string[]): string {
  return valueAt(fleetDefaults('fleet'), ['controller', ...path]) as string;
}
