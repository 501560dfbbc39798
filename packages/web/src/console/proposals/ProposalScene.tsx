import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ProposalFile } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { useWhen } from "../shell/use-when.ts";
import { CheckTable } from "./CheckTable.tsx";
import { LabProblem } from "./LabProblem.tsx";
import { Notes } from "./Notes.tsx";
import { Votes } from "./Votes.tsx";
import "../lab/lab.css";
import "./proposals.css";

const HASH_SHOWN = 12;

/** One proposal on its way into law: every step, what was said, how the councils voted, what came of it. */
export function ProposalScene(): ReactNode {
  const text = useLabText();
  const { hash = "" } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ["proposal-file", hash],
    queryFn: () => asked("proposalFile", { params: { hash } }),
  });
  const file = query.data;
  const [zone = "", side = "", name = ""] = (file?.proposal.base ?? "").split("/");
  return (
    <Scene
      title={file?.proposal.name ?? text("proposal.title")}
      asking={askingOf({ ...query, isPlaceholderData: false })}
      aside={
        file ? (
          <div className="scene-acts">
            <Link to="/studio/$zone/$side/$name" params={{ zone, side, name }}>
              {text("proposal.studio")}
            </Link>
            <Link to="/replays" search={{ proposal: hash }}>
              {text("proposal.replay")}
            </Link>
            <Link to="/openness" search={{ proposal: hash }}>
              {text("proposal.openness")}
            </Link>
          </div>
        ) : null
      }
    >
      {file ? (
        <div className="lab-body">
          <Track file={file} />
          <Reports file={file} />
          <Notes file={file} />
          <Votes file={file} />
          {file.check ? <CheckTable check={file.check} /> : null}
        </div>
      ) : null}
    </Scene>
  );
}

const WAY = ["drafted", "analysed", "consultation", "voting", "accepted", "signed", "checked"] as const;

function Track({ file }: { readonly file: ProposalFile }): ReactNode {
  const text = useLabText();
  const when = useWhen();
  const { locale } = useLanguage();
  const { run, isBusy, problem } = useDeed("proposal-file");
  const { stage, moves, next, proposal, may } = file;
  const shown: readonly string[] = (WAY as readonly string[]).includes(stage) ? WAY : [...WAY.slice(0, 4), stage];
  const move = (to: string) =>
    run(async () =>
      resultOfRecorded(
        await ask("proposalStage", { params: { hash: proposal.hash }, body: { stage: to }, key: crypto.randomUUID() }),
      ),
    );
  return (
    <section className="lab-panel">
      <h2>{text("proposal.track")}</h2>
      <ol className="track">
        {shown.map((one) => {
          const moved = moves.find((each) => each.stage === one);
          const entry = one === "drafted" ? proposal.entry : moved?.entry;
          return (
            <li
              key={one}
              {...(entry !== undefined && { "data-done": "" })}
              aria-current={one === stage ? "step" : undefined}
            >
              <strong>{wordOr(text, `proposal.stage.${one}`, one)}</strong>
              <span>
                {entry === undefined ? "" : `№ ${formatInteger(locale, entry)}`}
                {moved ? ` · ${when.day(moved.at.slice(0, 10))}` : ""}
              </span>
            </li>
          );
        })}
      </ol>
      {may.includes("advance") && next.length > 0 ? (
        <ul className="track-next">
          {next.map(({ stage: to, needs }) => (
            <li key={to}>
              <Button tone={to === "withdrawn" ? "plain" : "primary"} isDisabled={isBusy} onPress={() => void move(to)}>
                {wordOr(text, `proposal.move.${to}`, to)}
              </Button>
              {needs.length > 0 ? (
                <span className="quiet">
                  {text("proposal.needs", {
                    list: needs.map((need) => wordOr(text, `proposal.need.${need}`, need)).join(", "),
                  })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <LabProblem problem={problem} />
    </section>
  );
}

function Reports({ file: { report, proposal } }: { readonly file: ProposalFile }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const replays = useQuery({ queryKey: ["replays"], queryFn: () => asked("replays") });
  const own = (replays.data?.rows ?? []).filter((row) => row.proposal === proposal.hash && row.state === "done");
  return (
    <section className="lab-panel">
      <h2>{text("proposal.reports")}</h2>
      {report ? (
        <p>
          {text("proposal.report", {
            lines: formatInteger(locale, report.lines),
            hash: report.report.slice(0, HASH_SHOWN),
            entry: formatInteger(locale, report.entry),
          })}
        </p>
      ) : (
        <p className="quiet">{text("proposal.report.none")}</p>
      )}
      <ul>
        {own.map((row) => (
          <li key={row.id}>
            <Link to="/replays/$id" params={{ id: row.id }}>
              {text("replay.report")} · {text(`replay.history.${row.history}`)} · №{" "}
              {formatInteger(locale, row.entry ?? 0)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
