using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>The names of change streams are stored: those of the databases there are must stay valid.</summary>
public sealed class ChangeStreamTests
{
    [Test]
    public void A_stream_of_returns_has_the_name_that_databases_store()
    {
        Assert.That(ChangeStream.ForReturns("EXA-CSC", "open-cases").Name, Is.EqualTo("returns/EXA-CSC/open-cases"));
        Assert.That(WriteLocks.ForReturns("EXA-CSC", "open-cases"), Is.EqualTo("returns/EXA-CSC/open-cases"));
        Assert.That(WriteScope.ForSettings(WriteLocks.Targets, audit: null).Changes!.Name, Is.EqualTo("targets"));
        Assert.That(WriteScope.WithoutChange(WriteLocks.Audit, audit: null).Changes, Is.Null);
    }

    [TestCase("returns/EXA-CSC/open-cases", true, false, true)]
    [TestCase("returns/EXA-CSC/statutory-visits", true, false, false)]
    [TestCase("retention", false, true, false)]
    [TestCase("targets", false, false, false)]
    [TestCase("schedule/EXA-CSC/open-cases", false, false, false)]
    public void The_reader_s_conditions_tell_streams_apart(string name, bool isOfReturns, bool isOfRetention, bool isOfOpenCases)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        bool Matches(string condition)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM (SELECT '{name}' AS Stream) x WHERE {condition}";
            return (long)command.ExecuteScalar()! == 1;
        }

        Assert.That(Matches(ChangeStream.IsOfReturns), Is.EqualTo(isOfReturns));
        Assert.That(Matches(ChangeStream.IsOfRetention), Is.EqualTo(isOfRetention));
        Assert.That(Matches($"Stream LIKE '{ChangeStream.GetPattern("open-cases")}'"), Is.EqualTo(isOfOpenCases));
    }
}
