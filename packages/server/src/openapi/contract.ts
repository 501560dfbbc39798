import { type RouteName, routes } from "@twinline/api";
import type { FastifyInstance } from "fastify";
import { StartError } from "../errors.ts";
import { VISITOR_PAGES } from "../site/resolve.ts";
import type { ServedRoute } from "./document.ts";

/** Routes of the site's pages and files; they are no part of the contract. */
const SITE_PATH = "/*";

/**
 * Every served route must stand in the contract (promises.md §4, API 9): a route that nobody listed is one nobody reviews.
 * @returns the served routes, filled while the concepts register theirs
 */
export function keepContract(app: FastifyInstance): ServedRoute[] {
  const served: ServedRoute[] = [];
  app.addHook("onRoute", ({ method, url, schema = {} }) => {
    if (url === SITE_PATH || url.startsWith(VISITOR_PAGES)) return;
    for (const one of [method].flat()) {
      const name = nameOf(one, url);
      if (name === undefined)
        throw new StartError(
          "start/unlisted-route",
          `Cannot serve "${one} ${url}": add it to the route table of packages/api, with its schema`,
          { url },
        );
      served.push({ method: one, path: url, name, schema });
    }
  });
  return served;
}

function nameOf(method: string, url: string): RouteName | undefined {
  const names = Object.keys(routes) as RouteName[];
  return names.find((name) => routes[name].method === method && routes[name].path === url);
}
