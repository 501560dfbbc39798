import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { GateApp } from "./GateApp.tsx";
import "./gate.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <GateApp />
  </StrictMode>,
);
