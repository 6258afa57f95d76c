using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

/// <summary>A child's name in the wrong place goes no further than the place itself.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class PrivacyTests
{
    private const string Name = "Zebedee Quillfeather";
    private const string Word = "Quillfeather";

    [Test]
    public async Task Names_planted_anywhere_come_back_in_no_receipt_problem_finding_or_log([Values(
        "application/json", "application/x-ndjson", "text/csv")] string mediaType)
    {
        await using var service = new TestService();
        var logs = new Logs();
        await using var listening = service.WithWebHostBuilder(builder => builder.ConfigureServices(services => services
            .AddSingleton<ILoggerProvider>(logs)
            .Configure<LoggerFilterOptions>(options =>
            {
                options.MinLevel = LogLevel.Trace;
                options.Rules.Clear();
            })));
        var answers = new List<ApiResponse>();

        foreach (var field in VisitRecords.Header.Split(','))
        {
            // Two words, as people write names; and one, where a column has slipped.
            foreach (var planted in new[] { Name, Word, Word.ToUpperInvariant(), $"{Word}, Zebedee" })
            {
                // One word may be an agency's own identifier: a receipt's key is there to be looked up.
                if (!planted.Contains(' ', StringComparison.Ordinal) && field is "visitId" or "childId") continue;
                var records = new JsonArray(
                    VisitRecords.CreateMade("V-1", "2026-11-03"),
                    With(field, planted, "V-2"),
                    With(field, planted, "V-3"));
                answers.Add(await Send(listening, SubmitTests.Body(records, mediaType, "")));
            }
        }

        // Where nothing can be read, and where the body is of no known kind at all.
        answers.Add(await Send(listening, SubmitTests.Content("[{\"visitId\": Zebedee Quillfeather}]"u8.ToArray(), mediaType, "")));
        answers.Add(await Send(listening, SubmitTests.Content("Zebedee Quillfeather,2026-11-03\nQuillfeather"u8.ToArray(), mediaType, "")));
        answers.Add(
            await Send(listening, SubmitTests.Content("{\"Zebedee Quillfeather\": \"Zebedee Quillfeather\"}"u8.ToArray(), mediaType, "")));
        answers.Add(await Send(listening, SubmitTests.Content("\"Zebedee Quillfeather"u8.ToArray(), mediaType, "")));
        answers.Add(await Send(listening, SubmitTests.Content("Zebedee Quillfeather"u8.ToArray(), mediaType, "gzip")));
        answers.Add(await Send(listening, SubmitTests.Content("[]"u8.ToArray(), "text/Quillfeather", "")));
        answers.Add(await Send(listening, SubmitTests.Content("[]"u8.ToArray(), mediaType, "Quillfeather")));
        foreach (var header in new[] { "Zebedee Quillfeather", "Quillfeather, Zebedee", "Zoë" })
        {
            var record = VisitRecords.CreateMade("V-9", "2026-11-03");
            record[header] = Name;
            answers.Add(await Send(listening, SubmitTests.Body([record], "application/json", "")));
        }

        answers.Add(
            await Send(listening, SubmitTests.Content("visitId,Zebedee Quillfeather,childId\nV-1,x,C-1"u8.ToArray(), "text/csv", "")));
        foreach (var id in answers
            .Where(answer => answer.Status != HttpStatusCode.UnsupportedMediaType
                && answer.Problem is null or "return-rejected" or "unreadable-body")
            .Select(answer => answer.ReturnId)
            .ToList())
        {
            answers.Add(await Get(listening, $"/v1/returns/{id}"));
            answers.Add(await Get(listening, $"/v1/returns/{id}/findings"));
            answers.Add(await Get(listening, $"/v1/returns/{id}/findings?format=csv"));
        }

        answers.Add(await Get(listening, "/v1/returns?limit=1000"));
        foreach (var answer in answers)
        {
            Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.InternalServerError), answer.Text);
            Assert.That(answer.Text, Does.Not.Contain("quillfeather").IgnoreCase.And.Not.Contains("zebedee").IgnoreCase);
        }

        Assert.That(logs.Lines, Is.Not.Empty);
        Assert.That(logs.Lines.Where(line => line.Contains("zebedee", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task A_finding_s_value_is_never_an_identifier_free_text_or_a_date_of_birth()
    {
        await using var service = new TestService();
        var good = new JsonObject
        {
            ["childId"] = "C-1",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["planType"] = "child-protection",
            ["openedOn"] = "2026-10-01",
            ["allocatedWorkerId"] = "W-7788",
            ["allocatedOn"] = "2026-10-02",
            ["dateOfBirth"] = "2015-04-23",
            ["nhsNumber"] = "9990000018",
            ["upn"] = "H801200001001",
        };
        JsonObject Bad(string id, string field, JsonNode? value) =>
            new(good.Where(member => member.Key is not ("nhsNumber" or "upn"))
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
            {
                ["childId"] = id,
                [field] = value,
            };

        var answer = await service.Post("open-cases", "2026-11-20", new JsonArray(
            good.DeepClone(),
            Bad("C-1", "team", "East 2"),
            Bad("C 7788", "sex", "M"),
            Bad("C-2", "locality", new string('7', 41)),
            Bad("C-3", "team", new JsonArray("7788")),
            Bad("C-4", "dateOfBirth", "2077-08-08"),
            Bad("C-5", "dateOfBirth", "7788"),
            Bad("C-6", "dateOfBirth", "1977-08-08"),
            Bad("C-7", "nhsNumber", "7788778878"),
            Bad("C-8", "upn", "7788778877889"),
            Bad("C-9", "allocatedWorkerId", "W 7788"),
            Bad("C-10", "allocatedOn", null),
            Bad("C-11", "nhsNumber", new JsonArray("7788"))));

        Assert.That(answer.Findings, Is.EqualTo(new[]
        {
            "2 R04 childId", "3 R03 childId", "4 R03 locality", "5 R02 team", "6 R07 dateOfBirth", "7 R02 dateOfBirth",
            "8 OC06 dateOfBirth", "9 R06 nhsNumber", "10 R06 upn", "11 R03 allocatedWorkerId", "12 OC02 allocatedOn", "13 R02 nhsNumber",
        }).AsCollection);
        Assert.That(answer.Json["findings"]!.AsArray().Select(finding => finding!["value"]), Is.All.Null);
        Assert.That(
            answer.Text,
            Does.Not.Contain("7788").And.Not.Contain("-08-08").And.Not.Contain("9990000018").And.Not.Contain("2015-04-23"));
    }

    [Test]
    public async Task A_finding_s_value_shows_codes_dates_numbers_and_booleans()
    {
        await using var service = new TestService();
        JsonObject Bad(
            string id,
            string field,
            JsonNode? value) => new(
                VisitRecords.CreateMade(id, "2026-11-03").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
            {
                [field] = value,
            };

        var answer = await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03"), Bad("V-2", "visitType", "child-protecton"), Bad("V-3", "dueOn", "31/11/2026"),
            Bad("V-4", "dueOn", "2026-10-31"), Bad("V-5", "childSeen", false), Bad("V-6", "visitedOn", "2026-11-23")));

        Assert.That(answer.Json["findings"]!.AsArray().Select(finding => $"{finding!["rule"]} {finding["value"]}"), Is.EqualTo(new[]
        {
            "R03 child-protecton", "R02 31/11/2026", "SV01 2026-10-31", "SV03 true", "R07 2026-11-23",
        }));
    }

    private static JsonObject With(string field, string value, string id)
    {
        var record = VisitRecords.CreateMade(id, "2026-11-03");
        record[field] = value;
        return record;
    }

    private static async Task<ApiResponse> Send(WebApplicationFactory<SafeguardingMetrics.Http.Problems.Problem> service, HttpContent body)
    {
        using var client = service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-social-care");
        using var response = await client.PostAsync("/v1/returns/statutory-visits?period=2026-11", body);
        return await ApiResponse.Create(response);
    }

    private static async Task<ApiResponse> Get(WebApplicationFactory<SafeguardingMetrics.Http.Problems.Problem> service, string address)
    {
        using var client = service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-social-care");
        using var response = await client.GetAsync(address);
        return await ApiResponse.Create(response);
    }

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
