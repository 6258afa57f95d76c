using System.Data.Common;
using System.Reflection;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// A short text such as a locality or a team. Spaces around it are dropped, so that members of a breakdown agree.
/// </summary>
/// <param name="property">The record's property.</param>
/// <param name="declared">What is declared of it.</param>
public sealed class TextField<TRecord>(PropertyInfo property, TextAttribute declared) : PropertyField<TRecord, string>(property, declared)
{
    private readonly int maxLength = declared.MaxLength;

    /// <inheritdoc/>
    public override FieldType Type => FieldType.Text;

    /// <inheritdoc/>
    public override string Expectation => $"text in UTF-8 of at most {maxLength} characters, on one line, without an NHS number, UPN, "
        + "e-mail address, postcode, telephone number or date";

    /// <inheritdoc/>
    public override string ColumnType => $"NVARCHAR({2 * maxLength})";

    /// <inheritdoc/>
    public override int? MaxLength => maxLength;

    /// <inheritdoc/>
    public override bool IsShown => false;

    /// <inheritdoc/>
    public override FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools)
    {
        // A team that has a number for a name is a number in JSON.
        if (!value.IsSingle || value.Kind is FieldValueKind.True or FieldValueKind.False) return FieldError.WrongType;
        if (tools.Texts.GetOrAdd(value.Utf8) is not { } text) return FieldError.WrongType;
        // Nobody holds a text, and what may be a name is one.
        if (text.Word is MissingWordKind.Nothing or MissingWordKind.NotKnown) return ReadWord(value, text.Word, record, tools);
        if (text.Characters > maxLength || text.HoldsControl || text.IsPersonal) return FieldError.OutOfBounds;
        if (MemberSpellings.IsReserved(text.Value)) return FieldError.OutOfBounds;
        return SetValue(record, tools.GetSpellings(this).GetMember(text.Value, tools.Record));
    }

    // Children whose team is not known must stay in the figures: they are of the member "not-recorded".
    private FieldError ReadWord(in FieldValue value, MissingWordKind word, TRecord record, FieldReadContext tools)
    {
        if (word != MissingWordKind.NotKnown || !IsRequired) return SetMissing(value, record, tools);
        SetValue(record, MissingWord.NotRecorded);
        tools.Note = new ValueNote(ValueNoteKind.NotRecorded, Encoding.UTF8.GetString(value.Utf8), MissingWord.NotRecorded);
        return FieldError.TakenWithNote;
    }

    /// <inheritdoc/>
    protected override string ReadColumn(DbDataReader row, int column) => row.GetString(column);
}
