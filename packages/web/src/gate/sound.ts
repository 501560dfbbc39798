import type { Verdict } from "@twinline/api";

/** One tone a verdict, told apart by pitch: hertz, in the order in which they are struck. */
const tones: Readonly<Record<Verdict, readonly number[]>> = { admit: [880], refer: [587], refuse: [330, 330] };
const LENGTH_S = 0.11;
const LOUDNESS = 0.15;

/** Strikes the verdict's tone. A browser that has heard no key or press yet stays silent, and that is no fault. */
export function sound(context: AudioContext, verdict: Verdict): void {
  for (const [index, hertz] of tones[verdict].entries()) {
    const start = context.currentTime + index * LENGTH_S * 1.5;
    const tone = context.createOscillator();
    const level = context.createGain();
    tone.frequency.value = hertz;
    level.gain.setValueAtTime(LOUDNESS, start);
    level.gain.exponentialRampToValueAtTime(0.001, start + LENGTH_S);
    tone.connect(level).connect(context.destination);
    tone.start(start);
    tone.stop(start + LENGTH_S);
  }
}
