import { runCampaigns } from "../tools/campaign/campaigns.ts";

process.exitCode = await runCampaigns("bench", process.argv.slice(2));
