import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { CheckedRulebook } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText, useTexts } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { LawRooms } from "./LawRooms.tsx";
import { lawOf } from "./law.ts";

/** The studio: a rulebook with its sources beside it, and a draft to change it. */
export function StudioScene(): ReactNode {
  const text = useText();
  const word = useTexts();
  const go = useNavigate();
  const { zone, side, name } = useParams({ strict: false });
  const list = useQuery({ queryKey: ["proposals"], queryFn: () => asked("proposals") });
  const chosen = zone && side && name ? `${zone}/${side}/${name}` : list.data?.bases[0]?.name;
  const files = useQuery({
    queryKey: ["rulebook-files", chosen],
    enabled: chosen !== undefined,
    // A draft stands on these very files; they are not changed under somebody's hands.
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const [first = "", second = "", third = ""] = (chosen ?? "").split("/");
      const found = await asked("rulebookFiles", { params: { zone: first, side: second, name: third } });
      const { rulebook } = await asked("rulebook", { params: { hash: found.hash } });
      const held = new Map(found.files.map((one) => [one.path, one.text]));
      return { law: lawOf(rulebook as CheckedRulebook, held), may: found.may };
    },
  });
  const open = (next: string): void => {
    const [first = "", second = "", third = ""] = next.split("/");
    void go({ to: "/studio/$zone/$side/$name", params: { zone: first, side: second, name: third } });
  };
  const choice = (
    <Select
      label={text("console.studio.rulebook")}
      value={chosen ?? ""}
      onChange={open}
      empty=""
      options={(list.data?.bases ?? []).map((base) => ({ value: base.name, label: word(base.label) }))}
    />
  );
  return (
    <Scene title={text("console.studio")} aside={choice} asking={askingOf(files)}>
      {files.data ? (
        <LawRooms
          key={files.data.law.rulebook.hash}
          law={files.data.law}
          mayPropose={files.data.may.includes("propose")}
        />
      ) : null}
    </Scene>
  );
}
