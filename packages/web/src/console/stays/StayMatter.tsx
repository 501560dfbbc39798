import { useNavigate } from "@tanstack/react-router";
import type { StayRow } from "@twinline/api";
import type { ReactNode } from "react";
import { MatterPanel } from "../cases/MatterPanel.tsx";
import type { StaySearch } from "./stay-search.ts";
import "../entries/entries.css";
import "../lab/lab.css";
import "../supervision/supervision.css";

type Props = {
  readonly row: StayRow;
  readonly list: "overstay" | "mismatch";
  readonly search: StaySearch;
  readonly onChange: (search: StaySearch) => void;
};

/** What proves that somebody should have left, or that a passage lacks its pair, beside the list it was opened from. */
export function StayMatter({ row, list, search, onChange }: Props): ReactNode {
  const navigate = useNavigate();
  const { root: _, ...closed } = search;
  return (
    <MatterPanel
      key={row.entry}
      about={list === "overstay" ? "overstay" : "missing_pair"}
      root={row.entry}
      name={row.name}
      onCase={(open) => void navigate({ to: "/cases", search: { tab: "cases", open } })}
      onClose={() => onChange(closed)}
    />
  );
}
