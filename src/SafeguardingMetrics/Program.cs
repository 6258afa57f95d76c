using SafeguardingMetrics.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddSafeguardingMetrics();

var app = builder.Build();
return await app.RunSafeguardingMetrics(args);
