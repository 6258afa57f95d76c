using System.Globalization;
using System.Text;
using SafeguardingMetrics.Indicators.Endpoints;

namespace SafeguardingMetrics.Tests.Indicators.Endpoints;

/// <summary>Text as a literal of M, read back by a reader of the tests' own.</summary>
public sealed class MTextTests
{
    [TestCase("East", "\"East\"")]
    [TestCase("", "\"\"")]
    [TestCase("The \"Isle\"", "\"The \"\"Isle\"\"\"")]
    [TestCase("a\nb\r\tc", "\"a#(000A)b#(000D)#(0009)c\"")]
    [TestCase("#(lf)", "\"#(#)(lf)\"")]
    [TestCase("##(", "\"##(#)(\"")]
    [TestCase("# (", "\"# (\"")]
    [TestCase("Zoë 🙂", "\"Zoë 🙂\"")]
    [TestCase("\u202Eabc\u2028", "\"#(202E)abc#(2028)\"")]
    [TestCase("\"]), Evil = Web.Contents(\"http://x\")", "\"\"\"]), Evil = Web.Contents(\"\"http://x\"\")\"")]
    public void It_is_written_so(string text, string literal) => Assert.That(MText.ToLiteral(text), Is.EqualTo(literal));

    [Test]
    public void Whatever_the_text_its_literal_is_one_line_that_reads_as_that_text()
    {
        var random = new Random(20261122);
        const string Pieces = "\"\"\"###((())),,lfcrtab0123AF \r\n\t\0\\'&\u0085\u2028\u202E\uFEFFé";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var literal = MText.ToLiteral(text);
            Assert.That(Read(literal), Is.EqualTo(text), literal);
            Assert.That(literal.Any(c => char.IsControl(c) || c is '\u2028' or '\u202E' or '\uFEFF'), Is.False, literal);
        }
    }

    // The M specification's text-literal: quotes doubled, #(list of escapes) with hexadecimal, control names or #
    // itself.
    private static string Read(string literal)
    {
        var text = new StringBuilder();
        var i = 1;
        Assert.That(literal[0], Is.EqualTo('"'));
        while (true)
        {
            if (literal[i] == '"')
            {
                if (i + 1 == literal.Length) return text.ToString();
                Assert.That(literal[i + 1], Is.EqualTo('"'), "the literal ends before its end");
                text.Append('"');
                i += 2;
            }
            else if (literal[i] == '#' && literal[i + 1] == '(')
            {
                var end = literal.IndexOf(')', i);
                foreach (var escape in literal[(i + 2)..end].Split(','))
                    text.Append(
                        escape switch
                        {
                            "#" => "#",
                            "lf" => "\n",
                            "cr" => "\r",
                            "tab" => "\t",
                            _ => char.ConvertFromUtf32(int.Parse(escape, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
                        });
                i = end + 1;
            }
            else
            {
                text.Append(literal[i++]);
            }
        }
    }
}
