/** Whether an answer tells anything: a text, a number above 0 or a `true` beside `__typename`. */
export function holdsSomething(data: unknown): boolean {
  if (data === null || data === undefined) return false;
  if (typeof data !== 'object') return Boolean(data);
  return Object.entries(data).some(([key, value]) => key !== '__typename' && holdsSomething(value));
}
