import type { FastifyInstance } from "fastify";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Convert } from "typebox/value";
import { RequestError } from "../errors.ts";

/**
 * Requests are checked by the schemas' own library. Bodies are taken as they are; queries and paths, which know only text,
 * are converted to the numbers and booleans that their schema names.
 */
export function validateRequests(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const compiled = Compile(schema);
    const isText = httpPart !== "body";
    return (given: unknown) => {
      const value = isText ? Convert(schema, given) : given;
      if (compiled.Check(value)) return { value };
      const [first] = compiled.Errors(value);
      return { error: invalid(httpPart ?? "request", fieldOf(first), first?.message ?? "is not valid") };
    };
  });
}

type Fault = { readonly instancePath: string; readonly params: object };

/** The field at fault: of what is missing, the first that is, and not the object that it is missing from. */
function fieldOf(fault: Fault | undefined): string {
  const { instancePath = "", params = {} } = fault ?? {};
  const [missing] = "requiredProperties" in params ? (params.requiredProperties as readonly string[]) : [];
  return missing === undefined ? instancePath : `${instancePath}/${missing}`;
}

/** Names the field and what is expected of it, never the value: it may be a person's. */
function invalid(part: string, field: string, expected: string): RequestError {
  return new RequestError("request/invalid", 400, `Cannot take the ${part}: "${field || "/"}" ${expected}`, { field });
}
