// The least that a minimal API can be: what the service is measured against in the benchmarks.
//
//   GET /         200 at once
//   GET /bytes    the bytes of the file that --file names, from memory; 304 where If-None-Match is their ETag
using Microsoft.AspNetCore.Http.HttpResults;

const string Tag = "\"bytes\"";

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var bytes = builder.Configuration["file"] is { } file ? await File.ReadAllBytesAsync(file) : [];

var app = builder.Build();
app.MapGet("/", () => "ready");
app.MapGet("/bytes", Results<StatusCodeHttpResult, FileContentHttpResult> (HttpContext http) =>
{
    http.Response.Headers.ETag = Tag;
    return http.Request.Headers.IfNoneMatch == Tag
        ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
        : TypedResults.Bytes(bytes, "application/json");
});
await app.RunAsync();
