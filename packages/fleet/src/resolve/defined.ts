/** The fields of a map that hold something: an absent field and one that is `undefined` are not the same to the model. */
export function defined<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  const held = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(held) as ReturnType<typeof defined<T>>;
}
