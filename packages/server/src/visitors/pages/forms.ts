import type { App } from "../../app.ts";

/** A basket of twenty lines is about 3 kB. */
export const FORM_BYTES_MAX = 16 * 1024;

/** Plain forms of a page without script (application/x-www-form-urlencoded); of a field that came twice the first is taken. */
export function readForms(app: App): void {
  const options = { parseAs: "string" as const, bodyLimit: FORM_BYTES_MAX };
  app.addContentTypeParser("application/x-www-form-urlencoded", options, async (_: unknown, text: string) => {
    const fields: Record<string, string> = Object.create(null);
    for (const [name, value] of new URLSearchParams(text)) fields[name] ??= value;
    return fields;
  });
}
