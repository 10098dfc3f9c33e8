/* The workbooks of main.swift by libxlsxwriter alone, with the same cells, formats and charts:
 *   raw tidy <rows> <file.xlsx>
 *   raw charts <sheets> <file.xlsx>
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static const char *places[] = {"Locri", "Siderno", "Bovalino", "Platì", "San Luca", "Gerace", "Ardore"};

static lxw_format *header_format(lxw_workbook *book) {
  lxw_format *format = workbook_add_format(book);
  format_set_bold(format);
  format_set_text_wrap(format);
  format_set_bg_color(format, 0xEEF4FB);
  format_set_bottom(format, LXW_BORDER_THIN);
  return format;
}

static lxw_format *number_format(lxw_workbook *book, const char *code) {
  lxw_format *format = workbook_add_format(book);
  format_set_num_format(format, code);
  return format;
}

static int tidy(int rows, const char *path) {
  lxw_workbook_options options = {.constant_memory = 1, .use_zip64 = 1};
  lxw_workbook *book = workbook_new_opt(path, &options);
  lxw_format *header = header_format(book), *percent = number_format(book, "0.0%");
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Osservazioni");
  const char *names[] = {"id", "indicatore", "territorio_tipo", "territorio", "nome", "periodo",
                         "dimensione", "modalita", "valore", "inferiore", "superiore", "stato"};
  worksheet_set_column(sheet, 0, 11, 18, NULL);
  worksheet_freeze_panes(sheet, 1, 0);
  for (int column = 0; column < 12; column++)
    worksheet_write_string(sheet, 0, column, names[column], header);
  for (int row = 1; row <= rows; row++) {
    char id[80];
    double value = (row % 1000) / 1000.0;
    snprintf(id, sizeof id, "tempo-attivazione~comune~080043~2025-S2~%d", row);
    worksheet_write_string(sheet, row, 0, id, NULL);
    worksheet_write_string(sheet, row, 1, "tempo-attivazione", NULL);
    worksheet_write_string(sheet, row, 2, "comune", NULL);
    worksheet_write_string(sheet, row, 3, "080043", NULL);
    worksheet_write_string(sheet, row, 4, places[row % 7], NULL);
    worksheet_write_string(sheet, row, 5, "2025-S2", NULL);
    worksheet_write_string(sheet, row, 6, "area_utenza", NULL);
    worksheet_write_string(sheet, row, 7, "ANZ", NULL);
    worksheet_write_number(sheet, row, 8, value, percent);
    worksheet_write_number(sheet, row, 9, value / 2, percent);
    worksheet_write_number(sheet, row, 10, value / 2 + 0.5, percent);
    worksheet_write_string(sheet, row, 11, "pubblicato", NULL);
  }
  worksheet_autofilter(sheet, 0, 0, rows, 11);
  return workbook_close(book);
}

static void add_chart(lxw_workbook *book, lxw_worksheet *sheet, const char *name) {
  lxw_chart *chart = workbook_add_chart(book, LXW_CHART_LINE);
  const char *names[] = {"Richieste", "Servite"};
  int colors[] = {0x0066CC, 0x995C00};
  for (int index = 0; index < 2; index++) {
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    lxw_chart_line line = {.color = colors[index], .width = 2.25,
                           .dash_type = index ? LXW_CHART_LINE_DASH_DASH : 0};
    chart_series_set_categories(series, name, 1, 0, 12, 0);
    chart_series_set_values(series, name, 1, 1 + index, 12, 1 + index);
    chart_series_set_name(series, names[index]);
    chart_series_set_line(series, &line);
  }
  lxw_chart_font font = {.size = 12, .bold = 1};
  lxw_chart_line grid = {.color = 0xD9DADB, .width = 0.75};
  chart_title_set_name(chart, "Richieste e servite");
  chart_title_set_name_font(chart, &font);
  chart_axis_set_name(chart->x_axis, "Periodo");
  chart_axis_set_name(chart->y_axis, "Richieste");
  chart_axis_set_num_format(chart->y_axis, "#,##0");
  chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
  lxw_chart_options options = {.description = "Richieste e richieste servite, mese per mese",
                               .x_scale = 720.0 / 480, .y_scale = 400.0 / 288};
  worksheet_insert_chart_opt(sheet, 0, 5, chart, &options);
}

static int charts(int sheets, const char *path) {
  lxw_workbook *book = workbook_new(path);
  lxw_format *header = header_format(book), *integer = number_format(book, "#,##0"),
             *percent = number_format(book, "0.0%");
  char *headers[] = {"Periodo", "Richieste", "Servite", "Quota"};
  for (int number = 0; number < sheets; number++) {
    char name[32], table_name[32], period[16];
    lxw_table_column columns[4] = {0}, *list[5] = {0};
    snprintf(name, sizeof name, "Comune %d", number);
    snprintf(table_name, sizeof table_name, "Comune_%d", number);
    lxw_worksheet *sheet = workbook_add_worksheet(book, name);
    for (int column = 0; column < 4; column++) {
      columns[column].header = headers[column];
      columns[column].header_format = header;
      list[column] = &columns[column];
    }
    lxw_table_options table = {.name = table_name, .columns = list, .style_type_number = 9,
                               .style_type = LXW_TABLE_STYLE_TYPE_LIGHT};
    worksheet_add_table(sheet, 0, 0, 12, 3, &table);
    for (int row = 1; row <= 12; row++) {
      snprintf(period, sizeof period, "2025-%d", row);
      worksheet_write_string(sheet, row, 0, period, NULL);
      worksheet_write_number(sheet, row, 1, number + row, integer);
      worksheet_write_number(sheet, row, 2, (number + row) / 2.0, integer);
      worksheet_write_number(sheet, row, 3, 0.5, percent);
    }
    worksheet_set_column(sheet, 0, 3, 18, NULL);
    worksheet_freeze_panes(sheet, 1, 0);
    add_chart(book, sheet, name);
  }
  return workbook_close(book);
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  int number = atoi(arguments[2]);
  int failed = strcmp(arguments[1], "tidy") == 0 ? tidy(number, arguments[3])
                                                 : charts(number, arguments[3]);
  if (failed) return 73;
  printf("{\"written\": %d}\n", number);
  return 0;
}
