/** Freezes plain data through and through, and gives it back. */
export function freezeDeep<T>(data: T): T {
  if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
  Object.freeze(data);
  for (const part of Object.values(data)) freezeDeep(part);
  return data;
}
