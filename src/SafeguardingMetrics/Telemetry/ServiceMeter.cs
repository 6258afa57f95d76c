using System.Diagnostics.Metrics;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// What the service counts of its own work, beside what ASP.NET Core counts of requests. Attributes are names from
/// catalogues, never what a caller wrote.
/// </summary>
public sealed class ServiceMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "SafeguardingMetrics";

    private const string Dataset = "safeguarding.dataset";
    private const string Outcome = "safeguarding.outcome";
    private const string Phase = "safeguarding.phase";
    private const string Connection = "safeguarding.database.connection";
    private readonly Counter<long> returns;
    private readonly Counter<long> records;
    private readonly Counter<long> confirmations;
    private readonly Histogram<double> seconds;
    private readonly Counter<long> retries;
    private readonly Counter<long> figures;
    private volatile int circuitOfDatabase;
    private volatile int damage;
    private volatile int circuitOfReports;

    /// <summary>Makes the meter.</summary>
    public ServiceMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        returns = meter.CreateCounter<long>(
            "safeguarding.returns.received", "{return}", "Returns that were sent, by dataset and by what became of them.");
        records = meter.CreateCounter<long>(
            "safeguarding.returns.records", "{record}", "Records of returns that were read, by dataset and by whether they were accepted.");
        confirmations = meter.CreateCounter<long>(
            "safeguarding.returns.confirmed", "{return}",
            "Returns that somebody said yes to, by dataset and by when: beforehand, or after they were held.");
        seconds = meter.CreateHistogram(
            "safeguarding.returns.duration", "s", "How long a return took, by dataset and phase: receiving its body, and taking it.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });
        retries = meter.CreateCounter<long>(
            "safeguarding.database.retries", "{retry}", "Units of work that were tried again after a fault of the database that passed.");
        figures = meter.CreateCounter<long>("safeguarding.figures.read", "{figure}", "Figures that were given to readers.");
        meter.CreateObservableGauge(
            "safeguarding.database.circuit.open",
            () => new Measurement<int>[] { new(circuitOfDatabase, CreateTag(Connection, "database")),
                new(circuitOfReports, CreateTag(Connection, "reports")) },
            description: "1 while nobody asks the database because it keeps failing, otherwise 0.");
        meter.CreateObservableGauge(
            "safeguarding.database.damage",
            () => damage,
            description: "How many places of damage the newest check of the database's file found, ten at most; 0 where it is whole.");
    }

    /// <summary>A return was dealt with.</summary>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="accepted">Its accepted records; null where they were not counted.</param>
    /// <param name="rejected">Its rejected records.</param>
    /// <param name="receiving">How long its body took to come.</param>
    /// <param name="taking">How long it took from there.</param>
    public void RecordSubmission(string dataset, string outcome, long? accepted, long? rejected, TimeSpan receiving, TimeSpan taking)
    {
        returns.Add(1, CreateTag(Dataset, dataset), CreateTag(Outcome, outcome));
        if (accepted is { } good) records.Add(good, CreateTag(Dataset, dataset), CreateTag(Outcome, "accepted"));
        if (rejected is { } bad) records.Add(bad, CreateTag(Dataset, dataset), CreateTag(Outcome, "rejected"));
        seconds.Record(receiving.TotalSeconds, CreateTag(Dataset, dataset), CreateTag(Phase, "receive"));
        seconds.Record(taking.TotalSeconds, CreateTag(Dataset, dataset), CreateTag(Phase, "take"));
    }

    /// <summary>A return was confirmed.</summary>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="isBeforehand">True where it was sent as confirmed; false where it was held before.</param>
    public void RecordConfirmation(string dataset, bool isBeforehand) =>
        confirmations.Add(1, CreateTag(Dataset, dataset), CreateTag(Outcome, isBeforehand ? "beforehand" : "held"));

    /// <summary>Figures were given.</summary>
    public void RecordFiguresRead(int count) => figures.Add(count);

    /// <summary>A unit of work is tried again.</summary>
    public void RecordRetry(bool isOfReports) => retries.Add(1, CreateTag(Connection, isOfReports ? "reports" : "database"));

    /// <summary>The database's file was checked.</summary>
    /// <param name="places">How many places of damage were found, ten at most.</param>
    public void RecordDamage(int places) => damage = places;

    /// <summary>The circuit opened or closed.</summary>
    public void RecordCircuitState(bool isOfReports, bool isOpen)
    {
        if (isOfReports) circuitOfReports = isOpen ? 1 : 0;
        else circuitOfDatabase = isOpen ? 1 : 0;
    }

    private static KeyValuePair<string, object?> CreateTag(string name, string value) => KeyValuePair.Create<string, object?>(name, value);
}
