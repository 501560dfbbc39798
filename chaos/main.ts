import { runCampaigns } from "../tools/campaign/campaigns.ts";

process.exitCode = await runCampaigns("chaos", process.argv.slice(2));
