using SafeguardingMetrics.App;

return await CommandLine.Run(args);
