import { type ReactNode, useState } from "react";
import { Segmented } from "../../ui/Segmented.tsx";
import { Scene } from "../asking/Scene.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { LineModel } from "./LineModel.tsx";
import { OneModel } from "./OneModel.tsx";
import "../lab/lab.css";

const MODELS = ["viner-customs-union", "smart", "gsim", "revenue-cascade"] as const;
type ModelName = (typeof MODELS)[number];
type Choice = ModelName | "lines";

/** What a change of tariffs does, by published models, with the working and the sensitivity shown. */
export function ImpactScene(): ReactNode {
  const text = useLabText();
  const [choice, choose] = useState<Choice>("viner-customs-union");
  return (
    <Scene
      title={text("imp.title")}
      asking={{ isPending: false, isFetching: false, error: null, hasData: true }}
      above={
        <div className="query-bar">
          <Segmented<Choice>
            label={text("imp.model")}
            value={choice}
            onChange={choose}
            options={[...MODELS, "lines" as const].map((value) => ({ value, label: text(`imp.model.${value}`) }))}
          />
        </div>
      }
    >
      <div className="lab-body">{choice === "lines" ? <LineModel /> : <OneModel key={choice} name={choice} />}</div>
    </Scene>
  );
}
