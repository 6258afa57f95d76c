using System.Diagnostics;

namespace SafeguardingMetrics.Tests;

/// <summary>
/// The benchmarks run, each at a tiny size: a harness that is used a few times a year must not be found broken then.
/// What they measure is not looked at.
/// </summary>
[TestFixture]
[Category("Slow")]
public sealed class BenchmarkHarnessTests
{
    [Test]
    public async Task Every_benchmark_does_its_work_at_a_tiny_size_and_prints_a_row_for_the_table()
    {
        var folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
        try
        {
            var listed = (await Run()).Output
                .Split('\n')
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiLetter(line[2]))
                .Select(line => line.Trim().Split(' ')[0])
                .ToList();
            Assert.That(listed, Does.Contain("ingest"));

            var (exit, output, errors) = await Run("all", "--size", "0.0005", "--rounds", "1", "--minutes", "0.03", "--data", folder);

            Assert.That(exit, Is.Zero, output + errors);
            foreach (var name in listed)
                Assert.That(output, Does.Contain($"| `{name}`").Or.Contain($"{name}: skipped"), errors);
            Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty, "What they wrote is taken away.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Figures_of_less_than_full_size_are_not_put_into_a_table()
    {
        var (exit, _, errors) = await Run("ingest", "--size", "0.0005", "--table", "performance.md");

        Assert.That((exit, errors), Is.EqualTo((2, "Only figures of full size belong in a table.\n")));
    }

    // Built beside the tests; not referenced, so that its packages are not theirs.
    private static async Task<(int Exit, string Output, string Errors)> Run(params string[] arguments)
    {
        var built = AppContext.BaseDirectory.Replace(
            "SafeguardingMetrics.Tests",
            "SafeguardingMetrics.Benchmarks",
            StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(built, "SafeguardingMetrics.Benchmarks.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A benchmark that needs a server is for those who give it one on purpose.
        start.Environment.Remove(SafeguardingMetrics.Tests.Support.TestSqlServer.Setting);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
