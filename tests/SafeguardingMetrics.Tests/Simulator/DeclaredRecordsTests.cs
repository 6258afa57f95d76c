using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Simulator;

namespace SafeguardingMetrics.Tests.Simulator;

/// <summary>What the simulator draws from the declaration of each dataset, checked by the dataset's own rules.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DeclaredRecordsTests
{
    private const int FewestRecords = 60;
    private const int FewestInTwoReturns = 30;
    private const double MostQueried = 0.3;

    private static IEnumerable<string> Names => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [TestCaseSource(nameof(Names))]
    public void Records_break_no_rule_of_severity_error_and_few_a_query(string name)
    {
        var returns = DrawnReturns.List(name);
        var records = returns.Sum(drawn => DrawnReturns.ReadRecords(drawn).Count);
        var findings = returns.SelectMany(drawn => DrawnReturns.Check(drawn).Select(finding => (drawn.At, Finding: finding))).ToList();
        var queried = findings.Select(found => (found.At, found.Finding.Record)).Distinct().Count();

        Assert.That(findings.Where(found => found.Finding.Severity == "error").Select(found => Text(found.Finding)), Is.Empty);
        Assert.That(records, Is.GreaterThan(FewestRecords));
        Assert.That(queried, Is.LessThan(MostQueried * records));
    }

    [TestCaseSource(nameof(Names))]
    public void Every_field_has_a_value_in_some_record_and_what_is_not_required_is_missing_in_some(string name)
    {
        var dataset = DatasetCatalogue.Find(name)!;
        var records = DrawnReturns.List(name).SelectMany(DrawnReturns.ReadRecords).ToList();
        // What is known of every child may well be in every record.
        var mayBeMissing = dataset.FieldList.Where(field => field is { IsRequired: false, IsExpected: false, IsOfChild: false });

        Assert.That(dataset.FieldList.Where(field => !records.Any(record => record.ContainsKey(field.Name))).Select(NameOf), Is.Empty);
        Assert.That(mayBeMissing.Where(field => records.All(record => record.ContainsKey(field.Name))).Select(NameOf), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Codes_truths_and_localities_differ_between_records(string name)
    {
        var dataset = DatasetCatalogue.Find(name)!;
        var records = DrawnReturns.List(name).SelectMany(DrawnReturns.ReadRecords).ToList();
        var varied = dataset.FieldList.Where(field =>
            field.Name == "locality" || field.Type is FieldType.Code or FieldType.CodeSet or FieldType.Boolean or FieldType.Date);

        Assert.That(
            varied
                .Where(field => records.Select(record => record.GetValueOrDefault(field.Name)).OfType<string>().Distinct().Count() < 2)
                .Select(NameOf),
            Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void A_record_is_in_the_next_return_of_its_days_too_and_of_the_same_child(string name)
    {
        var dataset = DatasetCatalogue.Find(name)!;
        var ofChild = dataset.FieldList.Where(field => field.IsOfChild && field != dataset.KeyField).Select(NameOf).ToList();
        var (kept, all) = (0, 0);
        foreach (var ofAgency in DrawnReturns.List(name).GroupBy(drawn => drawn.Agency))
        {
            foreach (var (before, after) in ofAgency.Zip(ofAgency.Skip(1)).Where(pair => Overlap(dataset, pair.First, pair.Second)))
            {
                var later = DrawnReturns.ReadRecords(after).ToDictionary(record => record[dataset.KeyField.Name]);
                foreach (var record in DrawnReturns.ReadRecords(before))
                {
                    all++;
                    if (later.TryGetValue(record[dataset.KeyField.Name], out var same)
                        && ofChild.All(field => same.GetValueOrDefault(field) == record.GetValueOrDefault(field)))
                        kept++;
                }
            }
        }

        Assert.That(all, Is.GreaterThan(FewestInTwoReturns));
        Assert.That(kept, Is.GreaterThan(0.75 * all));
    }

    [Test]
    public void Each_dataset_is_sent_by_the_agencies_of_its_sectors()
    {
        var senders = DrawnReturns.All.ToLookup(drawn => drawn.Dataset, drawn => drawn.Agency);
        var sectors = new Dictionary<string, string>
        {
            ["EXA-CSC"] = Sector.SocialCare, ["EXA-ICB"] = Sector.Health, ["EXA-POL"] = Sector.Police, ["EXA-SCH-01"] = Sector.School,
        };
        foreach (var dataset in DatasetCatalogue.All)
        {
            Assert.That(
                senders[dataset.Name].Distinct(),
                Is.EquivalentTo(sectors.Where(agency => dataset.Sectors.Contains(agency.Value)).Select(agency => agency.Key)),
                dataset.Name);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Injected_errors_break_rules_in_about_the_share_asked_for(string name)
    {
        var returns = DrawnReturns.ListWithErrors(name);
        var records = returns.Sum(drawn => DrawnReturns.ReadRecords(drawn).Count);
        var found = returns
            .SelectMany(drawn => DrawnReturns.Check(drawn).Where(finding => finding.Record is not null).Select(finding => (drawn, finding)))
            .Where(pair => pair.finding.Rule.StartsWith('R'))
            .ToList();

        Assert.That(
            found.Select(pair => (pair.drawn.At, pair.finding.Record)).Distinct().Count(),
            Is.InRange(0.5 * DrawnReturns.FaultRate * records, 1.25 * DrawnReturns.FaultRate * records));
        Assert.That(found.Select(pair => pair.finding.Rule).Distinct(), Has.Some.EqualTo("R01").And.Some.EqualTo("R14"));
    }

    [Test]
    public void Equal_settings_give_equal_bodies_and_another_seed_gives_others()
    {
        var first = Bodies(1);

        Assert.That(Bodies(1), Is.EqualTo(first));
        Assert.That(Bodies(2), Is.Not.EqualTo(first));

        static List<string> Bodies(int seed) =>
        [
            .. new Partnership { FromDeclarations = true, Seed = seed, Agencies = 4 }
                .Returns(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 15))
                .Select(drawn => Convert.ToBase64String(drawn.Body)),
        ];
    }

    private static bool Overlap(Dataset dataset, SimulatedReturn before, SimulatedReturn after)
    {
        // A month to date, and the same month a week later.
        return dataset.Shape == DatasetShape.Snapshot || before.Period[..7] == after.Period[..7];
    }

    private static string NameOf(Field field) => field.Name;

    private static string Text(Finding finding) => $"{finding.Rule} {finding.Field}";
}
