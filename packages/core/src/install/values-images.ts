import type { Fields } from '../emission/emit.ts';
import { mapAt } from '../emission/map-at.ts';
import { isMap } from '../emission/merge-patch.ts';
import { joinImage, splitImage } from '../registry/image-name.ts';

/** An image in chart values, and who pulls it, in words; nobody when only pods elsewhere may. */
export interface ImageSlot {
  /** A map with `repository` and `tag`, or one text. */
  readonly path: readonly string[];
  readonly consumers: readonly string[];
  /** The tag that the chart writes when the values hold none. */
  readonly chartTag?: string;
}

/** Gives the reference to write in place of an upstream one. */
export type PullImage = (reference: string, consumers: readonly string[]) => string;

/** Passes every image of finished values through the rewrite, whoever wrote it. */
export function rewriteValuesImages(
  values: Fields,
  slots: readonly ImageSlot[],
  pull: PullImage,
): Fields {
  return slots.reduce<unknown>(
    (result, slot) => mapAt(result, slot.path, (value) => rewriteSlot(value, slot, pull)),
    values,
  ) as Fields;
}

function rewriteSlot(value: unknown, { consumers, chartTag }: ImageSlot, pull: PullImage): unknown {
  if (typeof value === 'string') return value === '' ? value : pull(value, consumers);
  if (!isMap(value) || typeof value['repository'] !== 'string') return value;
  const { repository, tag = chartTag } = value;
  if (typeof tag !== 'string') return value;
  const upstream = joinImage({ repository, tag });
  const reference = pull(upstream, consumers);
  if (reference === upstream) return value;
  const parts = splitImage(reference);
  const keepsTag = value['tag'] === undefined && parts.tag === chartTag;
  return { ...value, repository: parts.repository, ...(!keepsTag && { tag: parts.tag }) };
}
