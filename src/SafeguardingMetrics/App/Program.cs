using SafeguardingMetrics.App;

var builder = WebApplication.CreateBuilder(args);
builder.AddSafeguardingMetrics();

await using var app = builder.Build();
return await app.RunSafeguardingMetrics(args);
