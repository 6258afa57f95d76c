using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.App;

/// <summary>
/// The command <c>check</c>: checks a file with the library alone, without a service, a database or a setting. The
/// findings are those that <c>POST /v1/returns/{dataset}/check</c> gives, all of them.
/// </summary>
internal static class CheckCommand
{
    /// <summary>The exit code where a record has an error, or the file is not of its format.</summary>
    public const int FoundErrors = 1;

    private static readonly (string Extension, string MediaType)[] Extensions =
        [(".csv", MediaTypes.Csv), (".json", MediaTypes.Json), (".ndjson", MediaTypes.Ndjson), (".jsonl", MediaTypes.Ndjson)];

    /// <summary>The command with its arguments and their help.</summary>
    /// <param name="time">Tells the day of receipt; null for the system's clock.</param>
    public static Command Create(TimeProvider? time = null)
    {
        var file = new Argument<FileInfo>("file") { Description = "The return: CSV, JSON or NDJSON, or one of these packed as .gz." };
        file.AcceptExistingOnly();
        var dataset = new Option<string>("--dataset", "-d")
        {
            Description = $"The dataset: {string.Join(", ", DatasetCatalogue.All.Select(each => each.Name))}.",
            Required = true,
        };
        dataset.Validators.Add(typed =>
        {
            if (typed.GetValueOrDefault<string>() is { } name && DatasetCatalogue.Find(name) is null) typed.AddError(DescribeUnknown(name));
        });
        var period = new Option<string>("--period", "-p")
        {
            Description = "The days that the return covers: 2026-11-22, 2026-11 or 2026-11-01/2026-11-22.",
            Required = true,
        };
        var type = new Option<string>("--type")
        {
            Description = "The file's format: csv, json or ndjson. If you leave it out: what its name or its first bytes say.",
        };
        type.AcceptOnlyFromAmong("csv", "json", "ndjson");
        var charset = new Option<string>("--charset")
        {
            Description = "How a CSV is encoded: utf-8 (also UTF-16, which is recognised) or windows-1252.",
            DefaultValueFactory = _ => "utf-8",
        };
        charset.AcceptOnlyFromAmong("utf-8", "windows-1252");
        var agency = new Option<string>("--agency")
        {
            Description = "The code of the agency that sends the return.",
            DefaultValueFactory = _ => "AGENCY",
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How findings are printed: table, json or csv.",
            DefaultValueFactory = _ => FindingReport.Table,
        };
        format.AcceptOnlyFromAmong(FindingReport.Table, FindingReport.Json, FindingReport.Csv);
        var limit = new Option<int>("--limit")
        {
            Description = "The most findings to print. If you leave it out: all.",
            DefaultValueFactory = _ => int.MaxValue,
        };

        var command = new Command("check", "Check a file against a dataset's rules, offline. Nothing is sent and nothing is kept.")
        {
            file, dataset, period, type, charset, agency, format, limit,
        };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(file),
                DatasetCatalogue.Find(parsed.GetRequiredValue(dataset))!,
                parsed.GetRequiredValue(period),
                parsed.GetValue(type),
                parsed.GetRequiredValue(charset),
                parsed.GetRequiredValue(agency)),
            new FindingReport(parsed.GetRequiredValue(format), parsed.GetValue(limit)),
            parsed.InvocationConfiguration,
            London.Today(time ?? TimeProvider.System)));
        return command;
    }

    private static int Run(Request asked, FindingReport report, InvocationConfiguration console, DateOnly today)
    {
        if (ReturnPeriod.Validate(asked.Period, asked.Dataset, out var days) is { } why) return Refuse(why);
        if (days.From > today) return Refuse($"The period lies wholly after today, {today:yyyy-MM-dd}.");
        if (MediaTypes.Parse($"{FindMediaType(asked)}; charset={asked.Charset}", out var refusal) is not { } mediaType)
            return Refuse(refusal);
        try
        {
            using var body = Open(asked.File);
            var facts = new ReturnContext(asked.Agency, days.From, days.To, today);
            var counts = ReturnCheck.Run(asked.Dataset, facts, mediaType, body, report.Add);
            report.Write(console.Output, console.Error, asked.Dataset, days, counts);
            return counts.Rejected > 0 ? FoundErrors : 0;
        }
        catch (BodyUnreadableException fault)
        {
            console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{asked.File.Name}, line {fault.Line}, position {fault.Position}: {fault.Message}"));
            return FoundErrors;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{asked.File.Name} cannot be read: {fault.Message}");
            return FoundErrors;
        }

        int Refuse(string reason)
        {
            console.Error.WriteLine(reason);
            return CommandLine.UsageError;
        }
    }

    private static string DescribeUnknown(string name)
    {
        var names = DatasetCatalogue.All.Select(each => each.Name).ToList();
        return $"There is no dataset \"{name}\".{NameAdvice.FindMeant(name, names)} The datasets are: {string.Join(", ", names)}.";
    }

    // Where the name does not tell the format, the first bytes do.
    private static string FindMediaType(Request asked)
    {
        var name = IsPacked(asked.File) ? Path.GetFileNameWithoutExtension(asked.File.Name) : asked.File.Name;
        var extension = asked.Type is { } type ? $".{type}" : Path.GetExtension(name);
        return Extensions.FirstOrDefault(each => each.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase)).MediaType
            ?? MediaTypes.Unsaid;
    }

    private static bool IsPacked(FileInfo file) => file.Extension.Equals(".gz", StringComparison.OrdinalIgnoreCase);

    private static Stream Open(FileInfo file) =>
        IsPacked(file) ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();

    private sealed record Request(FileInfo File, Dataset Dataset, string Period, string? Type, string Charset, string Agency);
}
