import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../ui/language.ts";
import { readCaseSearch } from "./cases/case-search.ts";
import { readEntrySearch } from "./entries/entry-search.ts";
import { readQueueSearch } from "./queue/queue-search.ts";
import { useDesk } from "./shell/desk.ts";
import { firstScene } from "./shell/menu.ts";
import { Shell } from "./shell/Shell.tsx";
import { readStaySearch } from "./stays/stay-search.ts";
import { readBoardSearch } from "./supervision/board-search.ts";

const root = createRootRoute({ component: Shell, notFoundComponent: Nothing });
const under = () => root;

const home = createRoute({ getParentRoute: under, path: "/", component: Home });
const stays = createRoute({
  getParentRoute: under,
  path: "/stays",
  validateSearch: readStaySearch,
  component: lazyRouteComponent(() => import("./stays/StaysScene.tsx"), "StaysScene"),
});
const board = createRoute({
  getParentRoute: under,
  path: "/board",
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("./supervision/BoardScene.tsx"), "BoardScene"),
});
const zone = createRoute({
  getParentRoute: under,
  path: "/zone",
  component: lazyRouteComponent(() => import("./layout/LayoutScene.tsx"), "LayoutScene"),
});
const capacity = createRoute({
  getParentRoute: under,
  path: "/capacity",
  component: lazyRouteComponent(() => import("./capacity/CapacityScene.tsx"), "CapacityScene"),
});
const cases = createRoute({
  getParentRoute: under,
  path: "/cases",
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import("./cases/CasesScene.tsx"), "CasesScene"),
});
const entries = createRoute({
  getParentRoute: under,
  path: "/entries",
  validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import("./entries/EntriesScene.tsx"), "EntriesScene"),
});
const officers = createRoute({
  getParentRoute: under,
  path: "/officers",
  component: lazyRouteComponent(() => import("./officers/OfficersScene.tsx"), "OfficersScene"),
});
const devices = createRoute({
  getParentRoute: under,
  path: "/devices",
  component: lazyRouteComponent(() => import("./devices/DevicesScene.tsx"), "DevicesScene"),
});
const watchlist = createRoute({
  getParentRoute: under,
  path: "/watchlist",
  component: lazyRouteComponent(() => import("./watchlist/WatchlistScene.tsx"), "WatchlistScene"),
});
const seals = createRoute({
  getParentRoute: under,
  path: "/seals",
  component: lazyRouteComponent(() => import("./seals/SealsScene.tsx"), "SealsScene"),
});
const requests = createRoute({
  getParentRoute: under,
  path: "/requests",
  component: lazyRouteComponent(() => import("./requests/RequestsScene.tsx"), "RequestsScene"),
});
const queue = createRoute({
  getParentRoute: under,
  path: "/queue",
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import("./queue/QueueScene.tsx"), "QueueScene"),
});
const rulebooks = createRoute({
  getParentRoute: under,
  path: "/rulebooks",
  component: lazyRouteComponent(() => import("./rulebooks/RulebooksScene.tsx"), "RulebooksScene"),
});
const rulebook = createRoute({
  getParentRoute: under,
  path: "/rulebooks/$hash",
  component: lazyRouteComponent(() => import("./rulebooks/RulebookScene.tsx"), "RulebookScene"),
});

const studioScene = lazyRouteComponent(() => import("./studio/StudioScene.tsx"), "StudioScene");
const studio = createRoute({ getParentRoute: under, path: "/studio", component: studioScene });
const studioOf = createRoute({ getParentRoute: under, path: "/studio/$zone/$side/$name", component: studioScene });

const replays = createRoute({
  getParentRoute: under,
  path: "/replays",
  validateSearch: readProposal,
  component: lazyRouteComponent(() => import("./replays/ReplaysScene.tsx"), "ReplaysScene"),
});
const report = createRoute({
  getParentRoute: under,
  path: "/replays/$id",
  component: lazyRouteComponent(() => import("./replays/ReportScene.tsx"), "ReportScene"),
});
const proposals = createRoute({
  getParentRoute: under,
  path: "/proposals",
  component: lazyRouteComponent(() => import("./proposals/ProposalsScene.tsx"), "ProposalsScene"),
});
const proposal = createRoute({
  getParentRoute: under,
  path: "/proposals/$hash",
  component: lazyRouteComponent(() => import("./proposals/ProposalScene.tsx"), "ProposalScene"),
});

const openness = createRoute({
  getParentRoute: under,
  path: "/openness",
  validateSearch: readProposal,
  component: lazyRouteComponent(() => import("./openness/OpennessScene.tsx"), "OpennessScene"),
});
const impact = createRoute({
  getParentRoute: under,
  path: "/impact",
  component: lazyRouteComponent(() => import("./impact/ImpactScene.tsx"), "ImpactScene"),
});
const indicators = createRoute({
  getParentRoute: under,
  path: "/indicators",
  component: lazyRouteComponent(() => import("./indicators/IndicatorsScene.tsx"), "IndicatorsScene"),
});
const streams = createRoute({
  getParentRoute: under,
  path: "/streams",
  component: lazyRouteComponent(() => import("./streams/StreamsScene.tsx"), "StreamsScene"),
});
const atlas = createRoute({
  getParentRoute: under,
  path: "/atlas",
  component: lazyRouteComponent(() => import("./atlas/AtlasScene.tsx"), "AtlasScene"),
});

/** Filters live in the address: a link that is sent to a colleague shows her the same rows. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    stays,
    board,
    zone,
    capacity,
    cases,
    entries,
    officers,
    devices,
    watchlist,
    seals,
    requests,
    queue,
    rulebooks,
    rulebook,
    studio,
    studioOf,
    replays,
    report,
    proposals,
    proposal,
    openness,
    impact,
    indicators,
    streams,
    atlas,
  ]),
  basepath: "/console",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function Home(): ReactNode {
  const { session } = useDesk();
  const first = firstScene(session.may);
  return first === undefined ? <Nothing /> : <Navigate to={first} replace />;
}

function Nothing(): ReactNode {
  const text = useText();
  return (
    <main className="scene">
      <p className="quiet">{text("console.nothing-here")}</p>
    </main>
  );
}

/** Which saved reform an address is about. */
function readProposal({ proposal }: Record<string, unknown>): { readonly proposal?: string } {
  return typeof proposal === "string" ? { proposal } : {};
}
