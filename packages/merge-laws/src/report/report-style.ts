/** How a report looks, in light and in dark. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: #fbfaf8; --sheet: #ffffff; --ink: #1d2a35; --quiet: #5b6873; --line: #b9c2c9; --edge: #dfe3e6;
  --moment: #f1f0ec; --apart: #fdf0e0; --apart-edge: #c98a2b; --apart-ink: #7d4f08;
  --wrong: #b3261e; --wrong-sheet: #fdf1f0; --arrow: #75828c;
  --replica-0: #1f6f8b; --replica-1: #8a4fa3; --replica-2: #2f7d4f; --replica-3: #a05a1c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14191e; --sheet: #1b2229; --ink: #e8edf1; --quiet: #a3b0ba; --line: #56636e; --edge: #313b44;
    --moment: #222b33; --apart: #33291a; --apart-edge: #c98a2b; --apart-ink: #f0c788;
    --wrong: #ff8a80; --wrong-sheet: #38201f; --arrow: #93a1ac;
    --replica-0: #2b86a6; --replica-1: #a46bbd; --replica-2: #3d9763; --replica-3: #ba7030;
  }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 19px; margin: 32px 0 8px; }
.kicker { margin: 0 0 4px; color: var(--quiet); font-size: 14px; }
.law { margin: 0 0 20px; font-size: 18px; color: var(--quiet); }
.key { color: var(--quiet); font-size: 14px; }
.scroll { overflow-x: auto; background: var(--sheet); border: 1px solid var(--edge); border-radius: 12px; padding: 8px; }
.breach { border-left: 4px solid var(--wrong); padding: 8px 14px; background: var(--wrong-sheet); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { background: var(--sheet); border: 1px solid var(--edge); border-radius: 12px; padding: 16px; overflow-x: auto; }
svg { display: block; max-width: 100%; min-width: var(--least); height: auto; font-family: system-ui, sans-serif; }
svg text { fill: var(--ink); font-size: 12.5px; }
.lane { stroke: var(--line); stroke-width: 2; }
.replica-name, .edit-number { fill: #ffffff; font-weight: 700; }
svg .replica-name { fill: #ffffff; font-size: 17px; } svg .edit-number { fill: #ffffff; font-size: 13px; }
.replica-0 { fill: var(--replica-0); } .replica-1 { fill: var(--replica-1); }
.replica-2 { fill: var(--replica-2); } .replica-3 { fill: var(--replica-3); }
svg .label { paint-order: stroke; stroke: var(--sheet); stroke-width: 4px; stroke-linejoin: round; }
.moment { fill: var(--moment); }
svg .moment-words { fill: var(--quiet); font-size: 12px; }
.apart { fill: var(--apart); stroke: var(--apart-edge); stroke-dasharray: 5 4; fill-opacity: 0.7; }
svg .apart-words { fill: var(--apart-ink); font-size: 12px; }
.arrow { fill: none; stroke: var(--arrow); stroke-width: 1.8; }
.arrow.again { stroke-dasharray: 5 4; }
.arrow-head { fill: var(--arrow); }
.received { fill: var(--sheet); stroke: var(--arrow); stroke-width: 2.5; }
.idle { fill: var(--sheet); stroke: var(--line); stroke-width: 2; }
.crash { stroke: var(--wrong); stroke-width: 4; stroke-linecap: round; }
.reload, .clock, .open-form { fill: var(--sheet); stroke: var(--ink); stroke-width: 2; }
.breach-ring { fill: none; stroke: var(--wrong); stroke-width: 3; }
.breach-line { stroke: var(--wrong); stroke-width: 2; stroke-dasharray: 2 4; }
.breach-box { fill: var(--wrong-sheet); stroke: var(--wrong); stroke-width: 1.5; }
svg .breach-title { fill: var(--wrong); font-weight: 700; font-size: 14px; }
svg .breach-values { font-family: ui-monospace, monospace; font-size: 11.5px; }
@media print { body { background: none; } .scroll { overflow: visible; border: none; } svg { min-width: 0; } }
`;
