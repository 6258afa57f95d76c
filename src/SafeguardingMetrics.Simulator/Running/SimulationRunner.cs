using System.Globalization;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Running;

/// <summary>
/// Runs the simulation: posts the returns of each night, writes them to files, or both, and prints the results.
/// </summary>
internal sealed class SimulationRunner(CommandLineOptions flags, TextWriter output, ReturnSender? sender, ReturnsFolder? folder)
{
    private readonly ResultTotals tally = new();

    /// <returns>True where the service answered every posted return with a receipt.</returns>
    public async Task<bool> Run()
    {
        NameAgenciesWithoutKey();
        var partnership = new Partnership
        {
            Seed = flags.Seed, Agencies = flags.Agencies, Scale = flags.Scale, FaultRate = flags.FaultRate,
        };
        var night = new Night(flags.End.AddDays(1 - flags.Days));
        foreach (var simulated in partnership.Returns(night.Day, flags.End))
        {
            for (var day = London.DayOf(simulated.At); night.Day < day; night = new(night.Day.AddDays(1)))
                output.WriteLine(night);
            folder?.Add(simulated);
            night.Returns++;
            if (sender?.HasKeyFor(simulated.Agency) == true)
                night.Add(await Post(sender, simulated));
        }
        output.WriteLine(night);
        if (sender is not null)
            output.WriteLine(string.Join(Environment.NewLine, ["", .. tally.Table()]));
        return !tally.AnyRefused;
    }

    private async Task<SubmissionResult> Post(ReturnSender sender, SimulatedReturn simulated)
    {
        var answer = await sender.Post(simulated);
        tally.Add(simulated, answer);
        if (answer.Verdict == SubmissionVerdict.Refused)
            output.WriteLine($"refused: {simulated.Agency} {simulated.Dataset} {simulated.Period}: {answer.Problem}");
        return answer;
    }

    private void NameAgenciesWithoutKey()
    {
        if (sender is null)
            return;
        var without = Agency.First(flags.Agencies).Select(agency => agency.Code).Where(code => !sender.HasKeyFor(code)).ToList();
        if (without.Count > 0)
            output.WriteLine($"Not posted, because no key was given (use --key agency=secret): {string.Join(", ", without)}");
    }

    private sealed class Night(DateOnly day)
    {
        private RecordTotals records;
        private int posted;

        public DateOnly Day { get; } = day;
        public int Returns { get; set; }

        public void Add(SubmissionResult answer)
        {
            posted++;
            records += answer.Records;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Day:yyyy-MM-dd} {Returns,4} returns{(posted == 0 ? "" : Posted())}");

        private string Posted() => string.Create(CultureInfo.InvariantCulture,
            $", {posted} posted: {records.Received} records, {records.Accepted} accepted,"
            + $" {records.Rejected} rejected, {records.Queried} queried");
    }
}
