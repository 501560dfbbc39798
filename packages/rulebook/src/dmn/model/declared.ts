import type { Compiled } from "../feel/scope.ts";
import { conforms, typeText } from "../feel/type.ts";
import { noAnswer, outside } from "../problem.ts";
import type { DeclaredType } from "./item-types.ts";

/**
 * A result under its declared type. FEEL would turn a value of another type into null, or a list of one into its
 * item, unsaid; here it is refused at load, and a value that is not allowed gives no answer.
 */
export function declareResult(result: Compiled, declared: DeclaredType | undefined): Compiled {
  if (declared === undefined) return result;
  if (!conforms(result.type, declared.type)) {
    outside(`a result of type ${typeText(result.type)} declared as ${typeText(declared.type)}`);
  }
  return {
    type: declared.type,
    run: (frame) => {
      const value = result.run(frame);
      return declared.allows(value) ? value : noAnswer("a value that its type does not allow");
    },
    ...(result.constant !== undefined && { constant: result.constant }),
  };
}
