namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>What was wrong with a value, as the rules every dataset has name it.</summary>
public enum FieldError
{
    /// <summary>Nothing: the value was taken.</summary>
    None,

    /// <summary><c>R02</c>: not of the field's type. The value is not taken.</summary>
    WrongType,

    /// <summary>
    /// <c>R03</c>: of the type, but outside the code list, the length or the range. The value is not taken.
    /// </summary>
    OutOfBounds,

    /// <summary>
    /// <c>R06</c>: a check digit or letter does not agree. The record stands; its identifier matches no other.
    /// </summary>
    CheckDigit,

    /// <summary>
    /// <c>R07</c>: a date later than the field allows. The value is taken, so that other rules can speak of it.
    /// </summary>
    Future,

    /// <summary>
    /// Nothing is wrong, but the value was not written as it is expected: <see cref="FieldReadContext.Note"/> says how it was read.
    /// </summary>
    TakenWithNote,

    /// <summary>
    /// The value says that there is none: <see cref="FieldReadContext.Note"/> has the word. The record's value is missing.
    /// </summary>
    Missing,

    /// <summary><c>R11</c>: an identifier that stands for none. The record's value is missing.</summary>
    Placeholder,
}
