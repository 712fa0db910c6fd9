/** What is left of an object without the keys whose value is undefined. */
export type Compact<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** Leaves out what is undefined: JSON of Discord's has no key for what is absent. */
export function compact<Value extends object>(value: Value): Compact<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Compact<Value>;
}
