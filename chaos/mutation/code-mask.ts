const OPENS_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|throw))\s*$/;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;

/** For each character of a source whether it is code, and no part of a comment, a string or a regular expression. */
export function codeMask(source: string): readonly boolean[] {
  const mask = new Array<boolean>(source.length).fill(false);
  const braces: ("code" | "template")[] = [];
  let index = 0;
  while (index < source.length) {
    const end = skipEnd(source, index);
    if (end > index) {
      index = end;
      continue;
    }
    const sign = source[index]!;
    if (sign === "`" || (sign === "}" && braces.at(-1) === "template")) {
      if (sign === "}") braces.pop();
      index = templateEnd(source, index + 1);
      if (source[index - 1] === "{") braces.push("template");
      continue;
    }
    if (sign === "{") braces.push("code");
    if (sign === "}") braces.pop();
    mask[index] = true;
    index += 1;
  }
  return mask;
}

/** The end of a comment, quoted string or regular expression that begins here, else the place itself. */
function skipEnd(source: string, index: number): number {
  const two = source.slice(index, index + 2);
  if (two === "//") return after(source, "\n", index);
  if (two === "/*") return after(source, "*/", index + 2);
  const sign = source[index];
  if (sign === '"' || sign === "'") {
    let end = index + 1;
    while (end < source.length && source[end] !== sign) end += source[end] === "\\" ? 2 : 1;
    return end + 1;
  }
  if (sign !== "/" || !OPENS_REGEX.test(source.slice(Math.max(0, index - 20), index))) return index;
  REGEX.lastIndex = index;
  return REGEX.test(source) ? REGEX.lastIndex : index;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

/** Past the closing backtick, or past the `${` that leads back into code. */
function templateEnd(source: string, from: number): number {
  let index = from;
  while (index < source.length) {
    if (source[index] === "\\") index += 2;
    else if (source[index] === "`") return index + 1;
    else if (source[index] === "$" && source[index + 1] === "{") return index + 2;
    else index += 1;
  }
  return index;
}
