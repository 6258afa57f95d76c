using System.Globalization;
using System.Text;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Tests.Datasets.Examples;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>
/// Records written in every form that is taken are stored as the same records written plainly, so that their figures are the same.
/// </summary>
public sealed class OddFormTests
{
    private const int Times = 40;
    private static readonly IdentifierHasher Hash = new(new byte[32]);

    private static IEnumerable<string> Names => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [TestCaseSource(nameof(Names))]
    public void Whatever_form_a_record_is_written_in_the_same_is_stored(string name)
    {
        var dataset = DatasetFiles.Find(name);
        var file = ExampleFile.Read(dataset);
        var good = file.Sample.Concat(file.Further).Where(record => record.Breaks.Count == 0 && record.Cells.Count > 0).ToList();
        Assert.That(SafeguardingMetrics.Datasets.Calendar.Period.TryParse(file.Period, out var period), Is.True);
        var random = new Random(22);
        var odd = 0;
        for (var time = 0; time < Times; time++)
        {
            var records = good.OrderBy(_ => random.Next()).Take(20).ToList();
            var fields = dataset.FieldList.OrderBy(_ => random.Next()).ToList();
            var plain = records.Select(record => fields.Select(field => record.Cells.GetValueOrDefault(field.Name, "")).ToList()).ToList();
            var written = plain.Select(cells => cells.Zip(fields, (cell, field) => Write(field, cell, random)).ToList()).ToList();
            odd += plain.SelectMany(cells => cells).Zip(written.SelectMany(cells => cells)).Count(pair => pair.First != pair.Second);

            var expected = dataset.Accept(new Reading(period, CreateCsv(fields.Select(field => field.Name), plain)));
            var actual = dataset.Accept(new Reading(period, CreateCsv(fields.Select(field => WriteName(field.Name, random)), written)));

            Assert.That(expected, Has.Count.GreaterThan(0));
            Assert.That(actual, Is.EqualTo(expected));
        }

        Assert.That(odd, Is.GreaterThan(500), "hardly anything was written oddly");
    }

    // One of the forms that are read for certain; none that would be a placeholder or doubted.
    private static string Write(Field field, string cell, Random random)
    {
        if (cell.Length == 0) return random.Next(5) == 0 && !field.IsRequired ? Pick(random, "NULL", "#N/A", "n/a", "-", "NaN", " ") : cell;
        var form = field.Type switch
        {
            FieldType.Date => WriteDay(cell, random),
            FieldType.Boolean when bool.Parse(cell) => Pick(random, "1", "Yes", "T", "y", "TRUE", "-1", "1.0", "Ｙ", "１"),
            FieldType.Boolean => Pick(random, "0", "No", "F", "n", "0.0", "Ｎ"),
            FieldType.WholeNumber => Pick(random, $"{cell}.0", $"{cell}.00", $"+{cell}", WriteInFullWidth(cell)),
            FieldType.DecimalNumber => Pick(
                random, $"+{cell}", decimal.Parse(cell, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture)),
            FieldType.Code => WriteCode(field, cell, random),
            FieldType.CodeSet => Pick(
                random, cell.Replace(';', ','), cell.Replace(";", " | ", StringComparison.Ordinal), $"{cell};", cell.ToLowerInvariant()),
            FieldType.HashedIdentifier when cell.Length == 10 => Pick(
                random, $"{cell[..3]} {cell[3..6]} {cell[6..]}", $"{cell[..3]}\u00A0{cell[3..6]}\u00A0{cell[6..]}",
                $"{cell[..3]}–{cell[3..6]}–{cell[6..]}", $"{cell}.0", WriteInFullWidth(cell)),
            FieldType.HashedIdentifier => Pick(random, cell.ToLowerInvariant(), cell),
            FieldType.Identifier => Pick(random, cell.Replace('-', '–'), cell.Insert(1, "\u200B"), WriteInFullWidth(cell)),
            FieldType.Text => cell.Replace(" ", " \u00A0", StringComparison.Ordinal),
            _ => cell,
        };
        return Pick(random, cell, form, form, $" {form}", $"{form}\t", $"\u00A0{form} ", $"{form}\u200B");
    }

    private static string WriteDay(string cell, Random random)
    {
        var day = DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] forms =
        [
            "dd/MM/yyyy", "d/M/yyyy", "dd-MMM-yyyy", "d MMMM yyyy", "dd.MM.yyyy", "yyyy/MM/dd", "dd/MM/yyyy 00:00", "yyyy-MM-ddT00:00:00",
            "yyyy-MM-dd 00:00:00.000", "ddd d MMM yyyy", "ddMMMyyyy", "yyyy-MMM-dd", "MMMM d, yyyy", "yyyy-M-d", "yyyy.MM.dd",
            "d/M/yyyy 00:00:00",
            "yyyy-MM-dd 14:30", "yyyy–MM–dd", "yyyy−MM−dd", "\u200Edd\u200E/\u200EMM\u200E/\u200Eyyyy", "yyyy\u00AD-MM-dd", "dd-MM-yyyy",
        ];
        var form = forms[random.Next(forms.Length)];
        return day.ToDateTime(TimeOnly.MinValue).ToString(form, CultureInfo.InvariantCulture);
    }

    private static string WriteInFullWidth(string cell) =>
        string.Concat(cell.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));

    private static string WriteCode(Field field, string cell, Random random)
    {
        if (field.Codes!.FirstOrDefault(known => known.Value == cell) is not { } code) return cell;
        var isOnly = field.Codes!.Count(known => known.Meaning == code.Meaning) == 1;
        return Pick(random, cell.ToUpperInvariant(), isOnly ? code.Meaning : cell, isOnly ? code.Meaning.ToUpperInvariant() : cell);
    }

    private static string WriteName(string name, Random random)
    {
        var apart = string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $" {c}" : $"{c}"));
        return Pick(
            random, name, name.ToUpperInvariant(), apart, apart.Replace(' ', '_').ToLowerInvariant(),
            char.ToUpperInvariant(name[0]) + name[1..]);
    }

    private static string CreateCsv(IEnumerable<string> names, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Prepend([.. names]).Select(row => DatasetFiles.JoinLine(row) + "\n"));

    private static string Pick(Random random, params string[] forms) => forms[random.Next(forms.Length)];

    private sealed class Reading(SafeguardingMetrics.Datasets.Calendar.Period period, string csv) : IDatasetVisitor<List<string>>
    {
        public List<string> Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var facts = new ReturnContext("EXA", period.From, period.To, new DateOnly(2026, 11, 22));
            var validator = new RecordValidator<TRecord>(
                dataset, facts, new FieldReadContext(new StringPool(), Hash), new FindingCollector(), new FieldCounts(dataset));
            var reader = RecordReader.Create(MediaTypes.Csv, new MemoryStream(Encoding.UTF8.GetBytes(csv)), ReaderLimits.Default);
            var stored = new List<string>();
            while (validator.Next(reader))
            {
                var values = string.Join('|', dataset.Fields.Select(field => Write(field.GetStoredValue(validator.Record))));
                stored.Add(validator.IsAccepted ? values : "left out");
            }

            return stored;
        }

        // Two decimal places are one or none less.
        private static string Write(object? stored) => stored switch
        {
            decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
            string { Length: 43 } unusable when unusable.StartsWith("unusable-", StringComparison.Ordinal) => "unusable",
            _ => string.Create(CultureInfo.InvariantCulture, $"{stored}"),
        };
    }
}
