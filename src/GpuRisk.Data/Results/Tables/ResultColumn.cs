using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Data.Results.Tables;

/// <summary>A column of a result's table while its rows are gathered.</summary>
internal abstract class ResultColumn(Field field)
{
    public Field Field { get; } = field;

    /// <summary>The rows since the last call.</summary>
    public abstract IArrowArray Build();
}

/// <summary>Names: indices into a dictionary that is known before the first row, so that all batches share it.</summary>
internal sealed class NameColumn(string name, IEnumerable<string> names) : ResultColumn(new Field(name, Type, nullable: false))
{
    private static readonly DictionaryType Type = new(Int32Type.Default, StringType.Default, ordered: false);

    private readonly StringArray dictionary = new StringArray.Builder().AppendRange(names).Build();
    private readonly Int32Array.Builder rows = new();

    public void Append(int index) => rows.Append(index);

    public override IArrowArray Build() => new DictionaryArray(Type, rows.Build(), dictionary);
}

/// <summary>Whole numbers.</summary>
internal sealed class WholeColumn(string name) : ResultColumn(new Field(name, Int32Type.Default, nullable: false))
{
    private readonly Int32Array.Builder rows = new();

    public void Append(int number) => rows.Append(number);

    public override IArrowArray Build() => rows.Build();
}

/// <summary>Figures; NaN, a figure that does not exist, is a null. An infinity stays one: a result hides nothing.</summary>
internal sealed class FigureColumn(string name) : ResultColumn(new Field(name, DoubleType.Default, nullable: true))
{
    private readonly DoubleArray.Builder rows = new();

    public void Append(double figure)
    {
        if (double.IsNaN(figure))
            rows.AppendNull();
        else
            rows.Append(figure);
    }

    public override IArrowArray Build() => rows.Build();
}
