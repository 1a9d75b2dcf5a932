import * as z from 'zod';

/** Ids are strings; older answers have numbers. Nothing that a terminal or a URL would take for something else. */
export const Id = z.union([
  z.string().regex(/^[\x21-\x7e]{1,200}$/),
  z.number().int().transform(String),
]);

/** Absent and null mean the same: not known. */
export const OptionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

/** Whole minutes. */
export const Duration = z.coerce.number().int().nonnegative();

/** `{_items: [...]}` (Docplanner API, section 2). */
export const collection = <T extends z.ZodType>(item: T) =>
  z
    .looseObject({ _items: z.array(item) })
    .transform(({ _items }): readonly z.output<T>[] => _items);
