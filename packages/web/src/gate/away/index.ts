export { openPack } from "./opened-pack.ts";
export { passAway } from "./pass-away.ts";
