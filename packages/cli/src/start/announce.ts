import type { RunningZone } from "@twinline/server";

/** What a person needs after the start, five lines for each side: where to go, and how to sign in. */
export function announcement({ nodes }: RunningZone): string[] {
  return nodes.flatMap(({ node, url, firstSignIn }) => [
    ...(nodes.length > 1 ? [`${node.zone}/${node.side}`] : []),
    `Gate      ${url}/gate`,
    `Console   ${url}/console`,
    `Visitors  ${url}/`,
    `API       ${url}/api/openapi.json`,
    `Sign in   ${firstSignIn === undefined ? `${url}/console with your passkey` : `${url}${firstSignIn} (once)`}`,
  ]);
}
